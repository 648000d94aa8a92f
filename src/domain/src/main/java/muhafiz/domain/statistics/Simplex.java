package muhafiz.domain.statistics;

import java.util.ArrayList;
import java.util.List;

/**
 * Maximises a linear form of variables that are not negative, under upper limits that all hold at zero. Bland's rule ends it where steps
 * lead nowhere.
 */
final class Simplex {
    private static final double NOTHING = 1e-9;
    private static final int GREEDY_STEPS = 2000;

    private final int variables;
    private final List<double[]> limits = new ArrayList<>();

    Simplex(int variables) {
        this.variables = variables;
    }

    /** @param most not negative, so that zero is allowed */
    void limit(double[] form, double most) {
        double[] row = new double[variables + 1];
        System.arraycopy(form, 0, row, 0, variables);
        row[variables] = most;
        limits.add(row);
    }

    /** The point that was reached, and whether the form grows without end from there. */
    @SuppressWarnings("ArrayRecordComponent")
    record Best(double value, double[] point, boolean isEndless) {}

    Best maximise(double[] form, double enough) {
        int rows = limits.size();
        int width = variables + rows + 1;
        double[][] table = new double[rows + 1][];
        int[] basis = new int[rows];
        for (int i = 0; i < rows; i++) {
            double[] from = limits.get(i);
            table[i] = new double[width];
            System.arraycopy(from, 0, table[i], 0, variables);
            table[i][variables + i] = 1;
            table[i][width - 1] = from[variables];
            basis[i] = variables + i;
        }
        table[rows] = new double[width];
        for (int j = 0; j < variables; j++) {
            table[rows][j] = -form[j];
        }
        boolean endless = climb(table, basis, enough);
        double[] point = new double[variables];
        for (int i = 0; i < rows; i++) {
            if (basis[i] < variables) {
                point[basis[i]] = table[i][width - 1];
            }
        }
        return new Best(table[rows][width - 1], point, endless);
    }

    private static boolean climb(double[][] table, int[] basis, double enough) {
        double[] goal = table[table.length - 1];
        for (int step = 0; goal[goal.length - 1] < enough; step++) {
            int column = entering(goal, step > GREEDY_STEPS);
            if (column < 0) {
                return false;
            }
            int row = leaving(table, basis, column);
            if (row < 0) {
                return true;
            }
            pivot(table, row, column);
            basis[row] = column;
        }
        return false;
    }

    private static int entering(double[] goal, boolean first) {
        int best = -1;
        for (int j = 0; j < goal.length - 1; j++) {
            if (goal[j] < -NOTHING && (best < 0 || goal[j] < goal[best])) {
                best = j;
                if (first) {
                    return best;
                }
            }
        }
        return best;
    }

    private static int leaving(double[][] table, int[] basis, int column) {
        int best = -1;
        double least = 0;
        for (int i = 0; i < basis.length; i++) {
            if (table[i][column] > NOTHING) {
                double ratio = table[i][table[i].length - 1] / table[i][column];
                boolean isLess = best < 0 || ratio < least - NOTHING;
                if (isLess || (ratio < least + NOTHING && basis[i] < basis[best])) {
                    best = i;
                    least = ratio;
                }
            }
        }
        return best;
    }

    private static void pivot(double[][] table, int row, int column) {
        double by = table[row][column];
        double[] line = table[row];
        for (int j = 0; j < line.length; j++) {
            line[j] /= by;
        }
        for (int i = 0; i < table.length; i++) {
            double times = table[i][column];
            if (i != row && times != 0) {
                double[] other = table[i];
                for (int j = 0; j < line.length; j++) {
                    other[j] -= times * line[j];
                }
            }
        }
    }
}
