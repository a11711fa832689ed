#include <iostream>
#include <string>

int main() {
    for (;;) std::cout << std::string(1000, 'x') << '\n';
}
