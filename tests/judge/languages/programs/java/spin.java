public class Main {
    static volatile long x = 1;

    public static void main(String[] args) {
        for (;;) x *= 3;
    }
}
