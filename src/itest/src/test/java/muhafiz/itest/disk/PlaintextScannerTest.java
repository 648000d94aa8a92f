package muhafiz.itest.disk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import muhafiz.itest.disk.PlaintextScanner.Find;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the scanner must see; what it must see in PostgreSQL's files is planted in {@link NoPlaintextOnDiskIT}. */
class PlaintextScannerTest {
    private static final Canary CANARY = Canary.text("planted");
    private static final Canary OTHER = Canary.text("never planted");

    @TempDir
    private Path folder;

    static Stream<Charset> charsets() {
        return Stream.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);
    }

    @ParameterizedTest
    @MethodSource("charsets")
    void aCanaryIsFoundInEveryCharset(Charset charset) {
        byte[] bytes = ("before " + CANARY.text() + " behind").getBytes(charset);

        assertThat(findsIn(bytes)).extracting(Find::canary).containsOnly(CANARY);
    }

    @Test
    void aCanaryIsFoundFoldedToEitherCase() {
        assertThat(findsIn(CANARY.text().toUpperCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8)))
                .isNotEmpty();
        assertThat(findsIn(CANARY.text().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8)))
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "22", "333", "4444", "55555"})
    void aCanaryIsFoundInBase64WhateverStandsBeforeIt(String before) {
        byte[] bytes = (before + CANARY.text() + "?>behind").getBytes(StandardCharsets.UTF_8);

        assertThat(findsIn(Base64.getEncoder().encode(bytes))).isNotEmpty();
        assertThat(findsIn(Base64.getUrlEncoder().withoutPadding().encode(bytes)))
                .isNotEmpty();
    }

    @Test
    void aCanaryIsFoundInHexadecimalOfEitherCase() {
        String hex = HexFormat.of().formatHex(CANARY.text().getBytes(StandardCharsets.UTF_8));

        assertThat(findsIn(hex.getBytes(StandardCharsets.US_ASCII))).isNotEmpty();
        assertThat(findsIn(hex.toUpperCase(Locale.ROOT).getBytes(StandardCharsets.US_ASCII)))
                .isNotEmpty();
    }

    @Test
    void aCanaryIsFoundInDeflatedStreamsInTheMiddleOfAFile() throws IOException {
        assertThat(findsIn(amid(deflated()))).isNotEmpty();
        assertThat(findsIn(amid(gzipped()))).isNotEmpty();
        assertThat(findsIn(amid(zipped("a.txt", CANARY.text().getBytes(StandardCharsets.UTF_8)))))
                .isNotEmpty();
    }

    @Test
    void aCanaryIsFoundInAZipWithinAZip() throws IOException {
        assertThat(findsIn(zipped("outer.zip", zipped("inner.txt", CANARY.text().getBytes(StandardCharsets.UTF_8)))))
                .isNotEmpty();
    }

    @Test
    void aCanaryIsFoundInADeflatedStreamThatWasCutOff() throws IOException {
        byte[] whole = deflated();
        byte[] cut = Arrays.copyOf(whole, whole.length - 6);

        assertThat(findsIn(cut)).isNotEmpty();
    }

    @Test
    void aCanaryIsFoundInAnExtendedAttribute() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        Files.getFileAttributeView(file, UserDefinedFileAttributeView.class)
                .write("content-md5", ByteBuffer.wrap(CANARY.text().getBytes(StandardCharsets.UTF_8)));

        assertThat(findsIn(file)).extracting(Find::canary).containsOnly(CANARY);
    }

    @Test
    void aCanaryIsFoundInAFilesName() throws IOException {
        Path file = Files.createFile(folder.resolve(CANARY.text() + ".tmp"));

        assertThat(findsIn(file)).isNotEmpty();
    }

    @Test
    void aCanaryIsFoundWhereTwoWindowsOfALargeFileMeet() throws IOException {
        Path file = folder.resolve("large");
        try (OutputStream out = Files.newOutputStream(file)) {
            byte[] mebibyte = new byte[1 << 20];
            for (int i = 0; i < 32; i++) {
                out.write(mebibyte, 0, i < 31 ? mebibyte.length : mebibyte.length - 5);
            }
            out.write(CANARY.text().getBytes(StandardCharsets.UTF_8));
            out.write(mebibyte);
        }

        assertThat(findsIn(file)).isNotEmpty();
    }

    @Test
    void nothingIsFoundWhereNothingWasPlanted() {
        byte[] bytes = new byte[1 << 20];
        new Random(7).nextBytes(bytes);

        assertThat(findsIn(bytes)).isEmpty();
    }

    private static byte[] amid(byte[] stream) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(new byte[777]);
        file.writeBytes(stream);
        file.writeBytes(new byte[99]);
        return file.toByteArray();
    }

    private static byte[] deflated() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(out)) {
            deflater.write(plain());
        }
        return out.toByteArray();
    }

    private static byte[] gzipped() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(plain());
        }
        return out.toByteArray();
    }

    private static byte[] zipped(String name, byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        }
        return out.toByteArray();
    }

    private static byte[] plain() {
        return ("a sentence with a " + CANARY.text() + " in it, and a sentence without")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static Set<Find> findsIn(byte[] bytes) {
        PlaintextScanner scanner = new PlaintextScanner(List.of(CANARY, OTHER));
        scanner.bytes("memory", bytes);
        return scanner.finds();
    }

    private static Set<Find> findsIn(Path file) throws IOException {
        PlaintextScanner scanner = new PlaintextScanner(List.of(CANARY, OTHER));
        scanner.file(file);
        return scanner.finds();
    }
}
