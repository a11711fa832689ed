import java.util.Collections;
import java.util.PriorityQueue;

public class RunningMedian {
    private final PriorityQueue<Double> low = new PriorityQueue<>(Collections.reverseOrder());
    private final PriorityQueue<Double> high = new PriorityQueue<>();

    public void add(double x) {
        low.add(x);
        high.add(low.poll());
        if (high.size() > low.size()) low.add(high.poll());
    }

    public double median() {
        if (low.isEmpty()) return Double.NaN;
        return low.size() > high.size() ? low.peek() : (low.peek() + high.peek()) / 2;
    }
}
