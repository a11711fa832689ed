/* A gigabyte of data in the program itself. */
char x[1 << 30] = {1};

int main(void) {
    return x[1];
}
