package muhafiz.service.imports;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Declaration and manifest of a bag (RFC 8493, sections 2.1.1 and 2.1.3). */
final class Manifest {
    /** Of those that RFC 8493 names, the ones that hold. */
    private static final List<String> ALGORITHMS = List.of("SHA-256", "SHA-512");

    private static final Pattern LINE = Pattern.compile("([0-9A-Fa-f]+)[ \\t]+\\*?(.+)");
    private static final Pattern ESCAPED = Pattern.compile("%(0[AaDd]|25)");

    private final Bag bag;
    private final String algorithm;

    private Manifest(Bag bag, String algorithm) {
        this.bag = bag;
        this.algorithm = algorithm;
    }

    /** One line of it. */
    interface Listed {
        /** @param digest of the file's bytes */
        void file(int line, String path, byte[] digest) throws IOException;
    }

    /** @throws BagFault where the bag is not declared, is to be fetched from elsewhere, or has no manifest that holds */
    static Manifest of(Bag bag) throws IOException, BagFault {
        requireDeclared(bag);
        if (has(bag, "fetch.txt")) {
            throw new BagFault("bag-not-complete", "a file is to be fetched from elsewhere (fetch.txt)");
        }
        for (String algorithm : ALGORITHMS) {
            if (has(bag, name(algorithm))) {
                return new Manifest(bag, algorithm);
            }
        }
        throw new BagFault("bag-without-manifest", "there is neither manifest-sha256.txt nor manifest-sha512.txt");
    }

    private static void requireDeclared(Bag bag) throws IOException, BagFault {
        try (BufferedReader lines = new BufferedReader(new Counted(text(bag.open("bagit.txt"))))) {
            String version = lines.readLine();
            String encoding = lines.readLine();
            if (version == null
                    || !version.matches("BagIt-Version: (0\\.9[3-7]|1\\.0)")
                    || !"Tag-File-Character-Encoding: UTF-8".equalsIgnoreCase(encoding)) {
                throw new BagFault(
                        "bag-not-declared", "bagit.txt names another version, or another encoding than UTF-8");
            }
        } catch (NoSuchFileException e) {
            throw new BagFault("bag-not-declared", "there is no bagit.txt");
        }
    }

    private static boolean has(Bag bag, String path) throws IOException {
        try {
            bag.open(path).close();
            return true;
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    /** UTF-8, and an exception where it is not. */
    static Reader text(InputStream bytes) {
        return new InputStreamReader(
                bytes,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    private static String name(String algorithm) {
        return "manifest-" + algorithm.replace("-", "").toLowerCase(Locale.ROOT) + ".txt";
    }

    MessageDigest digest() {
        return digest(algorithm);
    }

    static MessageDigest sha256() {
        return digest("SHA-256");
    }

    private static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has " + algorithm, e);
        }
    }

    /** By which the whole bag is known: SHA-256 of the manifest, which names every byte of it. */
    byte[] hash() throws IOException {
        MessageDigest sha256 = sha256();
        try (InputStream bytes = bag.open(name(algorithm))) {
            byte[] buffer = new byte[1 << 16];
            for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
                sha256.update(buffer, 0, read);
            }
        }
        return sha256.digest();
    }

    /** @throws BagFault where a line is none */
    void eachLine(Listed listed) throws IOException, BagFault {
        Counted counted = new Counted(text(bag.open(name(algorithm))));
        try (BufferedReader lines = new BufferedReader(counted)) {
            int number = 1;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Matcher parts = LINE.matcher(line);
                if (!parts.matches() || parts.group(1).length() != 2 * digest().getDigestLength()) {
                    throw new BagFault("bag-without-manifest", "line " + number + " of the manifest is no line of one");
                }
                listed.file(number, path(parts.group(2)), HexFormat.of().parseHex(parts.group(1)));
                number++;
                counted.anew();
            }
        }
    }

    private static String path(String written) {
        return ESCAPED.matcher(written).replaceAll(one -> switch (one.group(1)) {
            case "25" -> "%";
            case "0A", "0a" -> "\n";
            default -> "\r";
        });
    }
}
