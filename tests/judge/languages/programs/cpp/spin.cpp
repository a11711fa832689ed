int main(void) {
    volatile unsigned long x = 1;
    for (;;) x *= 3;
}
