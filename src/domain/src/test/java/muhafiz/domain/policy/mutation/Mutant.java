package muhafiz.domain.policy.mutation;

/**
 * The shipped policy with one value changed.
 *
 * @param path where, as keys joined by dots
 * @param change what was done there
 * @param yaml the whole file
 */
record Mutant(String path, String change, String yaml) {
    @Override
    public String toString() {
        return path + ": " + change;
    }
}
