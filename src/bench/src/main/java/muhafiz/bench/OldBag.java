package muhafiz.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** A bag (RFC 8493) of made-up old cases with three small files each; the same on every run. */
final class OldBag {
    private static final int FILES = 3;
    private static final int A_FOLDER = 1000;

    private final Path root;
    private final List<String> hashes = new ArrayList<>();

    private OldBag(Path root) {
        this.root = root;
    }

    /** @return SHA-256 of every file, in hexadecimal, in any order */
    static List<String> write(Path root, int cases) throws IOException {
        OldBag bag = new OldBag(root);
        bag.write(cases);
        return bag.hashes;
    }

    private void write(int cases) throws IOException {
        Files.createDirectories(root.resolve("data"));
        Files.writeString(root.resolve("bagit.txt"), "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n");
        Path caseTable = root.resolve("data/cases.csv");
        Path fileTable = root.resolve("data/files.csv");
        try (BufferedWriter manifest = Files.newBufferedWriter(root.resolve("manifest-sha256.txt"))) {
            try (BufferedWriter caseLines = Files.newBufferedWriter(caseTable);
                    BufferedWriter fileLines = Files.newBufferedWriter(fileTable)) {
                caseLines.write("number,service,unit,receivedOn,event.decision_final,outcome.decision_final,"
                        + "applicant.surname,applicant.givenNames,applicant.birthDate,applicant.documentNumber\n");
                fileLines.write("number,path,kind,receivedOn\n");
                for (int number = 0; number < cases; number++) {
                    write(number, caseLines, fileLines, manifest);
                }
            }
            list(manifest, caseTable, "data/cases.csv");
            list(manifest, fileTable, "data/files.csv");
        }
    }

    private void write(int number, BufferedWriter caseLines, BufferedWriter fileLines, BufferedWriter manifest)
            throws IOException {
        String old = String.format(Locale.ROOT, "OLD-%06d", number);
        int year = 1995 + number % 25;
        caseLines.write(String.format(
                Locale.ROOT,
                "%s,TRP,RD-1,%d-03-02,%d-05-20,granted,Kohneyev%d,Eli,1970-01-31,C%08d%n",
                old,
                year,
                year,
                number,
                number));
        for (int file = 0; file < FILES; file++) {
            String path = String.format(Locale.ROOT, "data/files/%03d/%s-%d.pdf", number / A_FOLDER, old, file);
            byte[] bytes = paper(old + " " + file, 900 + (number * 7 + file * 131) % 2400);
            Path place = root.resolve(path);
            if (file == 0 && number % A_FOLDER == 0) {
                Files.createDirectories(place.getParent());
            }
            Files.write(place, bytes);
            String hash = sha256(bytes);
            hashes.add(hash);
            manifest.write(hash + "  " + path + "\n");
            fileLines.write(old + "," + path + ",passport,\n");
        }
    }

    private static byte[] paper(String text, int length) {
        StringBuilder pdf = new StringBuilder("%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n"
                + "2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n3 0 obj\n<</Type/Page/Parent 2 0 R"
                + "/MediaBox[0 0 595 842]>>\nendobj\n");
        while (pdf.length() < length) {
            pdf.append('%').append(text).append('\n');
        }
        return pdf.append("trailer\n<</Root 1 0 R>>\n%%EOF\n").toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static void list(BufferedWriter manifest, Path file, String path) throws IOException {
        manifest.write(sha256(Files.readAllBytes(file)) + "  " + path + "\n");
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
