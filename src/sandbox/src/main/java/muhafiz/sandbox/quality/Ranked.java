package muhafiz.sandbox.quality;

import java.util.Arrays;

/** Finds a value by its rank without sorting all of them. */
final class Ranked {
    /** The order of floats that are not negative is that of their bits; the upper half of these sorts them into so many heaps. */
    private static final int HEAPS = 1 << 15;

    private Ranked() {}

    /**
     * The value that stands at this share of the way from the least to the greatest; 0 of none.
     *
     * @param values none negative, none NaN
     * @param share 0 to 1
     */
    static float at(float[] values, double share) {
        if (values.length == 0) {
            return 0;
        }
        int[] counts = new int[HEAPS];
        for (float value : values) {
            counts[heap(value)]++;
        }
        int rank = (int) (share * (values.length - 1));
        int heap = 0;
        for (; rank >= counts[heap]; heap++) {
            rank -= counts[heap];
        }
        float[] alike = new float[counts[heap]];
        int found = 0;
        for (float value : values) {
            if (heap(value) == heap) {
                alike[found++] = value;
            }
        }
        Arrays.sort(alike);
        return alike[rank];
    }

    private static int heap(float value) {
        return Float.floatToRawIntBits(value) >>> 16;
    }
}
