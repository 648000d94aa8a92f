package muhafiz.sandbox.mrz;

/** A page turned so that its lines run from left to right: where a place of the picture lies then, and back. */
final class Turn {
    private final double cos;
    private final double sin;

    /** @param degrees by which the lines fall to the right, clockwise */
    Turn(double degrees) {
        double angle = Math.toRadians(degrees);
        this.cos = Math.cos(angle);
        this.sin = Math.sin(angle);
    }

    double along(double x, double y) {
        return x * cos + y * sin;
    }

    double down(double x, double y) {
        return y * cos - x * sin;
    }

    double x(double along, double down) {
        return along * cos - down * sin;
    }

    double y(double along, double down) {
        return along * sin + down * cos;
    }
}
