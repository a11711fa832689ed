import java.util.function.Function;

/** Each lambda inside another doubles what inference must try. */
public class Main {
    static <T> T f(Function<Integer, T> g) { return g.apply(1); }
    static <T> T f(java.util.concurrent.Callable<T> g) { return null; }
    static <T, U> T h(Function<U, T> a, Function<U, T> b) { return null; }

    public static void main(String[] args) {
        Object o = f(a -> f(b -> f(c -> f(d -> f(e -> f(g -> f(i -> f(j -> f(k -> f(l -> f(m -> f(n -> f(p -> f(q ->
            f(r -> f(s -> f(t -> f(u -> f(v -> f(w -> f(x -> f(y -> f(z -> a + z)))))))))))))))))))))));
    }
}
