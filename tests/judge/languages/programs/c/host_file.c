#include "{path}"

int main(void) {
    return 0;
}
