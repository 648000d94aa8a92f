package muhafiz.crypto.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import muhafiz.crypto.UnavailableException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Pkcs11RootKeysTest extends RootKeysContract {
    private static final AtomicInteger ARCHIVES = new AtomicInteger();

    private final String archive = "archive-" + ARCHIVES.incrementAndGet();

    @BeforeAll
    static void skipAloudWithoutAToken() {
        SoftHsm.missing().ifPresent(why -> System.err.println("SKIPPED Pkcs11RootKeysTest: " + why));
        assumeTrue(SoftHsm.missing().isEmpty(), () -> SoftHsm.missing().orElseThrow());
    }

    @Override
    RootKeys open() {
        return Pkcs11RootKeys.open(settings(), SoftHsm.PIN.toCharArray());
    }

    @Test
    void aWrapHasTheFormOfAnyRootsWrap() {
        create("root-1");

        byte[] wrapped = roots().wrap("root-1", SECRET, HERE);

        assertThat(wrapped).hasSize(61).startsWith(1);
    }

    @Test
    void anotherArchivesRootsInTheSameTokenAreItsOwn() {
        create("root-1");
        byte[] wrapped = roots().wrap("root-1", SECRET, HERE);
        var neighbour = new Pkcs11Settings(settings().library(), settings().slot(), archive + "-b");

        try (RootKeys others = Pkcs11RootKeys.open(neighbour, SoftHsm.PIN.toCharArray())) {
            assertThat(others.alive()).isEmpty();
            assertThatExceptionOfType(RootGoneException.class).isThrownBy(() -> others.unwrap("root-1", wrapped, HERE));
            others.create("root-1");
            others.destroy("root-1");
        }

        assertThat(roots().unwrap("root-1", wrapped, HERE)).isEqualTo(SECRET);
    }

    @Test
    void aFreshProcessUsesTheSameRoots() throws Exception {
        create("root-1");
        byte[] wrapped = roots().wrap("root-1", SECRET, HERE);

        assertThat(visitor("unwrap", "root-1", hex(wrapped))).isEqualTo(hex(SECRET));
        assertThat(visitor("create", "root-2")).isEqualTo("alive: [root-1, root-2]");
        assertThat(roots().alive()).containsExactly("root-1", "root-2");
    }

    @Test
    void aFreshProcessDoesNotSeeADestroyedRoot() throws Exception {
        create("root-1");
        byte[] wrapped = roots().wrap("root-1", SECRET, HERE);

        roots().destroy("root-1");

        assertThat(visitor("unwrap", "root-1", hex(wrapped))).isEqualTo("gone: root-1");
    }

    @Test
    void aRootDestroyedByAnotherProcessIsGoneHereAtOnce() throws Exception {
        create("root-1");
        byte[] wrapped = roots().wrap("root-1", SECRET, HERE);
        assertThat(roots().unwrap("root-1", wrapped, HERE)).isEqualTo(SECRET);

        assertThat(visitor("destroy", "root-1")).isEqualTo("alive: []");

        assertThat(roots().alive()).isEmpty();
        assertThatExceptionOfType(RootGoneException.class).isThrownBy(() -> roots().unwrap("root-1", wrapped, HERE));
        assertThatExceptionOfType(RootGoneException.class).isThrownBy(() -> roots().wrap("root-1", SECRET, HERE));
    }

    /** PKCS#11 would let each make a key under the same label. */
    @Test
    void processesThatMakeOneRootAtTheSameTimeOpenEachOthersWraps() throws Exception {
        ExecutorService starter = Executors.newFixedThreadPool(2);
        List<String> wraps = new ArrayList<>();
        try {
            Callable<String> another = () -> visitor("wrap", "root-1");
            List<Future<String>> visitors = starter.invokeAll(List.of(another, another));
            for (Future<String> visitor : visitors) {
                wraps.add(visitor.get());
            }
        } finally {
            starter.shutdownNow();
        }

        assertThat(roots().alive()).containsExactly("root-1");
        assertThat(wraps)
                .allSatisfy(wrap -> assertThat(
                                roots().unwrap("root-1", HexFormat.of().parseHex(wrap), HERE))
                        .isEqualTo(SECRET));
    }

    @Test
    void aRootThatGotTwoKeysIsOneRootAndDiesWhole() {
        create("root-1");
        byte[] first = roots().wrap("root-1", SECRET, HERE);
        try (var token = new Pkcs11Token(settings(), SoftHsm.PIN.toCharArray())) {
            token.generate("muhafiz-" + archive + ".root-1.0000000000000000", "root-1");
        }
        byte[] second = roots().wrap("root-1", SECRET, HERE);

        assertThat(roots().unwrap("root-1", first, HERE)).isEqualTo(SECRET);
        assertThat(roots().unwrap("root-1", second, HERE)).isEqualTo(SECRET);
        roots().destroy("root-1");
        assertThat(roots().alive()).isEmpty();
        assertThatExceptionOfType(RootGoneException.class).isThrownBy(() -> roots().unwrap("root-1", second, HERE));
    }

    /** SoftHSM shows an emptied token folder as a token without objects: that must not be told as a gone root. */
    @Test
    void aTokenWithoutTheArchivesMarkIsAwayNotEmpty() {
        create("root-1");
        byte[] wrapped = roots().wrap("root-1", SECRET, HERE);
        takeTheMark();

        assertThatExceptionOfType(UnavailableException.class)
                .isThrownBy(() -> roots().unwrap("root-1", wrapped, HERE))
                .withMessageContaining("mark of archive " + archive);
        assertThatExceptionOfType(UnavailableException.class).isThrownBy(() -> roots().alive());
        assertThatExceptionOfType(UnavailableException.class).isThrownBy(() -> roots().create("root-2"));
        assertThatExceptionOfType(UnavailableException.class).isThrownBy(() -> roots().destroy("root-1"));
    }

    /** In a process of its own, with a copy of the token: once SoftHSM has lost a folder it does not find it again. */
    @Test
    void aTokenTakenAwayIsAwayNotEmpty(@TempDir Path folder) throws Exception {
        create("root-1");
        byte[] wrapped = roots().wrap("root-1", SECRET, HERE);
        Path copy = SoftHsm.copied(folder);

        String said = SoftHsm.said(
                command(List.of(SoftHsm.PIN, "lose", "root-1", hex(wrapped), copy.toString())),
                folder.resolve("softhsm2.conf"));

        assertThat(said)
                .contains("opened, and taken away")
                .contains("UnavailableException: the token does not show the mark of archive " + archive);
    }

    @Test
    void aWrongPinIsToldWithoutThePin() throws Exception {
        String said = visitor(List.of("99999999", "create", "root-1"));

        assertThat(said)
                .contains(
                        "IllegalStateException: the token in slot " + settings().slot())
                .contains("refused its PIN: CKR_PIN_INCORRECT")
                .doesNotContain("99999999");
    }

    /** Tokens lock themselves after a few wrong PINs. */
    @Test
    void aRefusedPinIsNotTriedAgain() {
        closeRoots();
        try (var token = new Pkcs11Token(settings(), "99999999".toCharArray())) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> token.use(KeyStore::size))
                    .withMessageEndingWith("CKR_PIN_INCORRECT");

            assertThatIllegalStateException()
                    .isThrownBy(() -> token.use(KeyStore::size))
                    .withMessageEndingWith("not asked again");
        }
    }

    private Pkcs11Settings settings() {
        return SoftHsm.token().settings(archive);
    }

    private void takeTheMark() {
        try (var token = new Pkcs11Token(settings(), SoftHsm.PIN.toCharArray())) {
            token.use(objects -> {
                for (String label : Collections.list(objects.aliases())) {
                    if (label.startsWith("muhafiz-" + archive + ":mark.")) {
                        objects.deleteEntry(label);
                    }
                }
                return archive;
            });
        }
    }

    private String visitor(String... verb) throws IOException, InterruptedException {
        return visitor(Stream.concat(Stream.of(SoftHsm.PIN), Stream.of(verb)).toList());
    }

    private String visitor(List<String> pinAndVerb) throws IOException, InterruptedException {
        return SoftHsm.said(command(pinAndVerb));
    }

    private List<String> command(List<String> pinAndVerb) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                TokenVisitor.class.getName(),
                settings().library().toString(),
                String.valueOf(settings().slot()),
                archive));
        command.addAll(pinAndVerb);
        return command;
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
