// A running sum that carries its own rounding error along (Neumaier): O(n) for any k, and no drift.
class Solution {
    private double total;
    private double lost;

    private void add(double x) {
        double rounded = total + x;
        lost += Math.abs(total) >= Math.abs(x) ? total - rounded + x : x - rounded + total;
        total = rounded;
    }

    public double[] rollingAverage(double[] xs, int k, String partial) {
        double[] means = new double[xs.length];
        for (int i = 0; i < xs.length; i++) {
            add(xs[i]);
            if (i >= k) add(-xs[i - k]);
            if (i + 1 >= k) means[i] = (total + lost) / k;
            else means[i] = partial.equals("shrink") ? (total + lost) / (i + 1) : Double.NaN;
        }
        return means;
    }
}
