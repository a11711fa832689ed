const x: number = nonsense;
console.log(x);
