const kept: number[][] = [];
for (;;) kept.push(new Array(100000).fill(kept.length + 0.5));
