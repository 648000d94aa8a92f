package muhafiz.domain.policy;

/**
 * One thing wrong in a policy file.
 *
 * @param line the line it stands on, from 1
 * @param path where it stands, as keys joined by dots
 * @param message what was found and what is allowed
 */
public record Problem(int line, String path, String message) {

    @Override
    public String toString() {
        return "line " + line + ", " + path + ": " + message;
    }
}
