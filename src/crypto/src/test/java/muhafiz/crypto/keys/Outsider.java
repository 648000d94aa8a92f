package muhafiz.crypto.keys;

import java.nio.file.Path;

/** Another archive's process, which tries to open the same root keys. */
final class Outsider {
    private Outsider() {}

    public static void main(String[] arguments) {
        try (RootKeys roots = BcfksRootKeys.open(Path.of(arguments[0]))) {
            System.out.println(roots.alive().isEmpty() ? "opened" : "opened with roots");
        } catch (IllegalStateException e) {
            System.out.println("refused");
        }
    }
}
