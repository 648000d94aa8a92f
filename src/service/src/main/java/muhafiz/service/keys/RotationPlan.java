package muhafiz.service.keys;

/**
 * What a rotation is to bring about.
 *
 * @param horizon rotations that a forgotten leaf may still be read by whoever kept all wraps and has today's roots; 0 or more
 * @param emergency whether every older root dies with it, and every copy of the wraps becomes useless
 */
record RotationPlan(int horizon, boolean emergency) {
    RotationPlan {
        if (horizon < 0) {
            throw new IllegalArgumentException("a horizon is 0 rotations or more, was " + horizon);
        }
    }
}
