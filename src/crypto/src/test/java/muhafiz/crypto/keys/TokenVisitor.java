package muhafiz.crypto.keys;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import muhafiz.crypto.IntegrityException;
import muhafiz.crypto.UnavailableException;

/** Another process at the same token: {@code library slot archive pin verb root [wrap [folder]]}; prints what it was told. */
final class TokenVisitor {
    private TokenVisitor() {}

    public static void main(String[] arguments) throws IOException {
        var settings = new Pkcs11Settings(Path.of(arguments[0]), Long.parseLong(arguments[1]), arguments[2]);
        try (RootKeys roots = Pkcs11RootKeys.open(settings, arguments[3].toCharArray())) {
            System.out.println(answer(roots, arguments));
        } catch (RootGoneException e) {
            System.out.println("gone: " + roots(arguments));
        } catch (IllegalStateException | UnavailableException | IntegrityException e) {
            e.printStackTrace(new PrintStream(System.out, true));
        }
    }

    private static String answer(RootKeys roots, String[] arguments) throws IOException {
        byte[] here = "here".getBytes(US_ASCII);
        switch (arguments[4]) {
            case "create" -> roots.create(roots(arguments));
            case "destroy" -> roots.destroy(roots(arguments));
            case "wrap" -> {
                roots.create(roots(arguments));
                return HexFormat.of().formatHex(roots.wrap(roots(arguments), LeafKeyTest.COUNTING, here));
            }
            case "unwrap" -> {
                byte[] wrapped = HexFormat.of().parseHex(arguments[6]);
                return HexFormat.of().formatHex(roots.unwrap(roots(arguments), wrapped, here));
            }
            case "lose" -> {
                byte[] wrapped = HexFormat.of().parseHex(arguments[6]);
                roots.unwrap(roots(arguments), wrapped, here);
                Path tokens = Path.of(arguments[7]);
                Files.move(tokens, tokens.resolveSibling("elsewhere"));
                System.out.println("opened, and taken away");
                roots.unwrap(roots(arguments), wrapped, here);
            }
            default -> throw new IllegalArgumentException(arguments[4]);
        }
        return "alive: " + roots.alive();
    }

    private static String roots(String[] arguments) {
        return arguments[5];
    }
}
