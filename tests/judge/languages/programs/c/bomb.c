/* Every macro names the one before it eight times. */
#define A x + x + x + x + x + x + x + x
#define B A + A + A + A + A + A + A + A
#define C B + B + B + B + B + B + B + B
#define D C + C + C + C + C + C + C + C
#define E D + D + D + D + D + D + D + D
#define F E + E + E + E + E + E + E + E
#define G F + F + F + F + F + F + F + F
#define H G + G + G + G + G + G + G + G

int main(void) {
    volatile long x = 1;
    return (int)(H);
}
