package muhafiz.sandbox.mrz;

/** A curve of the second degree through points, by least squares. */
final class Parabola {
    private final double[] sums = new double[5];
    private final double[] right = new double[3];

    void add(double at, double value) {
        double power = 1;
        for (int i = 0; i < sums.length; i++) {
            sums[i] += power;
            if (i < right.length) {
                right[i] += power * value;
            }
            power *= at;
        }
    }

    /** Constant, linear and quadratic coefficient; a straight line where there are too few points for a curve. */
    double[] fitted() {
        double[][] a = {
            {sums[0], sums[1], sums[2], right[0]},
            {sums[1], sums[2], sums[3], right[1]},
            {sums[2], sums[3], sums[4], right[2]}
        };
        for (int i = 0; i < 3; i++) {
            if (Math.abs(a[i][i]) < 1e-9) {
                return new double[] {right[0] / Math.max(1, sums[0]), 0, 0};
            }
            for (int j = i + 1; j < 3; j++) {
                double factor = a[j][i] / a[i][i];
                for (int k = i; k < 4; k++) {
                    a[j][k] -= factor * a[i][k];
                }
            }
        }
        double[] fitted = new double[3];
        for (int i = 2; i >= 0; i--) {
            double left = a[i][3];
            for (int k = i + 1; k < 3; k++) {
                left -= a[i][k] * fitted[k];
            }
            fitted[i] = left / a[i][i];
        }
        return fitted;
    }

    static double at(double[] fitted, double where) {
        return fitted[0] + where * (fitted[1] + where * fitted[2]);
    }

    static double slope(double[] fitted, double where) {
        return fitted[1] + 2 * where * fitted[2];
    }
}
