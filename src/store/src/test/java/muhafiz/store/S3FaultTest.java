package muhafiz.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import muhafiz.crypto.UnavailableException;
import muhafiz.crypto.seal.Ciphertext;
import muhafiz.store.FaultyWire.Fault;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Broken wires and changed requests: nothing is lost, and nothing that was not stored is called stored. */
class S3FaultTest {
    private static final String WRONG_SHA256 = "0".repeat(64);
    private static final String WRONG_MD5 = "AAAAAAAAAAAAAAAAAAAAAA==";

    @TempDir
    static Path folder;

    static EmbeddedS3 s3;
    static ObjectStore direct;
    static ObjectDestroyer destroyer;

    FaultyWire wire;
    ObjectStore behindTheWire;

    @BeforeAll
    static void start() throws Exception {
        s3 = EmbeddedS3.start(folder);
        direct = new S3ObjectStore(s3.intake());
        destroyer = new S3ObjectDestroyer(s3.destroyer());
    }

    @AfterAll
    static void stop() throws Exception {
        direct.close();
        destroyer.close();
        s3.close();
    }

    @BeforeEach
    void lay() throws IOException {
        wire = new FaultyWire(s3.port());
        behindTheWire = new S3ObjectStore(s3.intakeBy(wire.port(), Waits.USUAL));
    }

    @AfterEach
    void cut() throws IOException {
        behindTheWire.close();
        wire.close();
    }

    @Test
    void aPutWhoseAnswerWasLostSucceedsByReadingBack() {
        wire.then(Fault.ANSWER_LOST);
        var name = Sealed.name();
        var bytes = Sealed.small();

        behindTheWire.put(name, bytes);

        assertThat(wire.faultsLeft()).isZero();
        assertThat(direct.read(name, 0, bytes.length())).isEqualTo(Sealed.bytes(bytes));
    }

    @Test
    void aPutWhoseAnswerWasLostTwiceStillSucceeds() {
        wire.then(Fault.ANSWER_LOST).then(Fault.ANSWER_LOST);
        var name = Sealed.name();
        var bytes = Sealed.small();

        behindTheWire.put(name, bytes);

        assertThat(direct.read(name, 0, bytes.length())).isEqualTo(Sealed.bytes(bytes));
    }

    @Test
    void aPutThatNeverArrivedIsRepeated() {
        wire.then(Fault.REQUEST_LOST);
        var name = Sealed.name();
        var bytes = Sealed.small();

        behindTheWire.put(name, bytes);

        assertThat(direct.read(name, 0, bytes.length())).isEqualTo(Sealed.bytes(bytes));
    }

    @Test
    void othersBytesUnderOurNameAreNeverTakenForOurs() {
        wire.then(Fault.REQUEST_LOST);
        var name = Sealed.name();
        var theirs = Sealed.small();
        var ours = Sealed.small();
        assertThat(ours.length()).isEqualTo(theirs.length());
        direct.put(name, theirs);

        assertThatThrownBy(() -> behindTheWire.put(name, ours)).isInstanceOf(ObjectExistsException.class);
        assertThat(direct.read(name, 0, theirs.length())).isEqualTo(Sealed.bytes(theirs));
    }

    @Test
    void evenOurOwnBytesAreRefusedWhenThereWasNoDoubt() {
        var name = Sealed.name();
        var bytes = Sealed.small();
        behindTheWire.put(name, bytes);

        assertThatThrownBy(() -> behindTheWire.put(name, bytes)).isInstanceOf(ObjectExistsException.class);
    }

    @Test
    void aReadThatBrokeOffIsRepeatedWhole() {
        var name = Sealed.name();
        var bytes = Sealed.small();
        direct.put(name, bytes);
        wire.then(Fault.ANSWER_CUT).then(Fault.REQUEST_LOST);

        assertThat(behindTheWire.read(name, 0, bytes.length())).isEqualTo(Sealed.bytes(bytes));
    }

    @Test
    void anOverloadedStoreIsAskedAgain() {
        var name = Sealed.name();
        var bytes = Sealed.small();
        direct.put(name, bytes);
        wire.then(Fault.OVERLOADED).then(Fault.OVERLOADED);

        assertThat(behindTheWire.read(name, 1, 1)).containsExactly(Sealed.bytes(bytes)[1]);
    }

    @Test
    void attemptsAreBounded() {
        wire.then(Fault.REQUEST_LOST).then(Fault.REQUEST_LOST).then(Fault.REQUEST_LOST);

        assertThatThrownBy(() -> behindTheWire.put(Sealed.name(), Sealed.small()))
                .isInstanceOf(UnavailableException.class)
                .isNotInstanceOf(StoreRefusedException.class);
        assertThat(wire.faultsLeft()).isZero();
    }

    @Test
    void aStoreThatFallsSilentIsUnavailable() {
        wire.then(Fault.SILENCE).then(Fault.SILENCE).then(Fault.SILENCE).then(Fault.SILENCE);
        try (var impatient = new S3ObjectStore(s3.intakeBy(wire.port(), Waits.SHORT))) {
            assertThatThrownBy(() -> impatient.read(Sealed.name(), 0, 1)).isInstanceOf(UnavailableException.class);
            assertThat(impatient.reachable()).isFalse();
        }
    }

    @Test
    void anInterruptedCallerDoesNotTryAgain() {
        wire.then(Fault.REQUEST_LOST);
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> behindTheWire.read(Sealed.name(), 0, 1)).isInstanceOf(UnavailableException.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void aConnectionCutInTheMiddleOfAPutLeavesNoObject() throws IOException {
        var name = Sealed.name();
        byte[] request = onTheWire(name, Sealed.small());

        try (var socket = new Socket(InetAddress.getLoopbackAddress(), s3.port())) {
            socket.getOutputStream().write(request, 0, request.length / 2);
            socket.shutdownOutput();
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);

            assertThat(answer).doesNotStartWith("HTTP/1.1 2");
        }
        assertThat(direct.head(name)).isEmpty();
        assertThat(namesStartingWith(name.version().toString())).isEmpty();
    }

    @Test
    void theSameRequestUncutIsStored() throws IOException {
        var name = Sealed.name();
        byte[] request = onTheWire(name, Sealed.small());

        try (var socket = new Socket(InetAddress.getLoopbackAddress(), s3.port())) {
            socket.getOutputStream().write(request);
            byte[] answer = socket.getInputStream().readNBytes("HTTP/1.1 200".length());

            assertThat(new String(answer, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 200");
        }
        assertThat(direct.head(name)).isPresent();
    }

    private static byte[] onTheWire(ObjectName name, Ciphertext bytes) throws IOException {
        Request request = signed(name, bytes, HexFormat.of().formatHex(bytes.sha256()));
        var head = new StringBuilder("PUT " + request.url().encodedPath() + " HTTP/1.1\r\n");
        request.headers().forEach(header -> head.append(header.getFirst() + ": " + header.getSecond() + "\r\n"));
        head.append("Content-Length: " + bytes.length() + "\r\n\r\n");
        var out = new ByteArrayOutputStream();
        out.writeBytes(head.toString().getBytes(StandardCharsets.US_ASCII));
        bytes.writeTo(out);
        return out.toByteArray();
    }

    private static Set<String> namesStartingWith(String prefix) {
        var names = new HashSet<String>();
        destroyer.list(each -> {
            if (each.name().startsWith(prefix)) {
                names.add(each.name());
            }
        });
        return names;
    }

    @Test
    void aBodyThatIsNotTheSignedOneIsRefused() throws IOException {
        var name = Sealed.name();
        var bytes = Sealed.small();

        assertThat(statusOf(signed(name, bytes, WRONG_SHA256))).isEqualTo(400);
        assertThat(direct.head(name)).isEmpty();
    }

    @Test
    void aWrongContentMd5IsRefusedToo() throws IOException {
        var name = Sealed.name();
        var bytes = Sealed.small();
        var request = signed(name, bytes, HexFormat.of().formatHex(bytes.sha256()))
                .newBuilder()
                .header("Content-MD5", WRONG_MD5)
                .build();

        assertThat(statusOf(request)).isEqualTo(400);
        assertThat(direct.head(name)).isEmpty();
    }

    @Test
    void theConditionIsUnderTheSignature() throws IOException {
        var name = Sealed.name();
        var theirs = Sealed.small();
        var ours = Sealed.small();
        direct.put(name, theirs);
        var unconditional = signed(name, ours, HexFormat.of().formatHex(ours.sha256()))
                .newBuilder()
                .removeHeader("If-None-Match")
                .build();

        assertThat(statusOf(unconditional)).isEqualTo(403);
        assertThat(direct.read(name, 0, theirs.length())).isEqualTo(Sealed.bytes(theirs));
    }

    @Test
    void theLabelIsUnderTheSignature() throws IOException {
        var name = Sealed.name();
        var bytes = Sealed.small();
        var changed = signed(name, bytes, HexFormat.of().formatHex(bytes.sha256()))
                .newBuilder()
                .header("x-amz-meta-about", Sealed.label().text())
                .build();

        assertThat(statusOf(changed)).isEqualTo(403);
        assertThat(direct.head(name)).isEmpty();
    }

    private static Request signed(ObjectName name, Ciphertext bytes, String sha256) {
        try (var signer = new S3Wire(s3.intake(), InstantSource.system())) {
            return signer.putRequest(name, bytes, Optional.of(Sealed.label()), sha256);
        }
    }

    private static int statusOf(Request request) throws IOException {
        try (var answer = new OkHttpClient().newCall(request).execute()) {
            return answer.code();
        }
    }
}
