package muhafiz.sandbox.mrz;

/** Small pictures that are compared with each other by correlation. */
final class Patches {
    private Patches() {}

    /** Takes the mean out and makes the length 1; whether there was anything but one shade. */
    static boolean normalize(float[] patch) {
        double mean = 0;
        for (float value : patch) {
            mean += value;
        }
        mean /= patch.length;
        double length = 0;
        for (float value : patch) {
            length += (value - mean) * (value - mean);
        }
        length = Math.sqrt(length);
        if (length < 1e-6) {
            return false;
        }
        for (int i = 0; i < patch.length; i++) {
            patch[i] = (float) ((patch[i] - mean) / length);
        }
        return true;
    }
}
