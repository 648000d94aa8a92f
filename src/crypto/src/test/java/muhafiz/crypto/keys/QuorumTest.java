package muhafiz.crypto.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import muhafiz.crypto.IntegrityException;
import muhafiz.crypto.keys.WrapBinding.Level;
import org.bouncycastle.crypto.threshold.ShamirSplitSecret;
import org.bouncycastle.crypto.threshold.ShamirSplitSecretShare;
import org.bouncycastle.pqc.crypto.xwing.XWingKEMExtractor;
import org.bouncycastle.pqc.crypto.xwing.XWingPrivateKeyParameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Enough custodians together open what was closed for them, and fewer do not. */
class QuorumTest {
    private static final HexFormat HEX = HexFormat.of();
    private static final WrapBinding PLACE = new WrapBinding(Level.EPOCH, new UUID(1, 2), 1, new UUID(0, 0), 0);
    private static final String NAME = "quorum-7-a";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"2,2", "2,3", "3,5", "16,16"})
    void everyEnoughOfTheSharesOpen(int need, int of) {
        QuorumPair pair = QuorumPair.make(NAME, need, of);
        try (LeafKey key = LeafKey.fresh()) {
            byte[] wrapped = pair.key().wrap(key, PLACE);

            for (int first = 0; first + need <= of; first++) {
                try (Quorum quorum = Quorum.of(pair.shares().subList(first, first + need));
                        LeafKey again = quorum.unwrap(wrapped, PLACE)) {
                    assertThat(again.derive("probe", 32)).isEqualTo(key.derive("probe", 32));
                }
            }
        }
    }

    @Test
    void fewerSharesThanNeededAreRefused() {
        List<QuorumShare> shares = QuorumPair.make(NAME, 3, 5).shares();

        assertThatThrownBy(() -> Quorum.of(List.of(shares.get(0), shares.get(4), shares.get(0))))
                .hasMessage("of quorum-7-a 3 shares are needed, there are 2");
    }

    @Test
    void sharesThatPretendToBeEnoughOpenNothing() {
        QuorumPair pair = QuorumPair.make(NAME, 3, 5);
        byte[] wrapped = pair.key().wrap(LeafKey.fresh(), PLACE);
        List<QuorumShare> two = pair.shares().subList(0, 2).stream()
                .map(share -> new QuorumShare(NAME, share.number(), 2, 5, share.piece()))
                .toList();

        try (Quorum pretended = Quorum.of(two)) {
            assertThatThrownBy(() -> pretended.unwrap(wrapped, PLACE)).isInstanceOf(IntegrityException.class);
        }
    }

    @Test
    void sharesOfTwoQuorumsDoNotMix() {
        List<QuorumShare> mixed = new ArrayList<>(QuorumPair.make(NAME, 2, 2).shares());
        mixed.set(1, QuorumPair.make("quorum-8-b", 2, 2).shares().get(1));

        assertThatThrownBy(() -> Quorum.of(mixed)).hasMessage("the shares are of different quorums");
    }

    @Test
    void aChangedOrMovedWrapDoesNotOpen() {
        QuorumPair pair = QuorumPair.make(NAME, 2, 2);
        byte[] wrapped = pair.key().wrap(LeafKey.fresh(), PLACE);
        WrapBinding elsewhere = new WrapBinding(Level.EPOCH, new UUID(1, 3), 1, new UUID(0, 0), 0);

        try (Quorum quorum = Quorum.of(pair.shares())) {
            assertThatThrownBy(() -> quorum.unwrap(wrapped, elsewhere)).isInstanceOf(IntegrityException.class);
            for (int at : new int[] {0, 1, 600, 1120, 1121, wrapped.length - 1}) {
                byte[] changed = wrapped.clone();
                changed[at] ^= 1;
                assertThatThrownBy(() -> quorum.unwrap(changed, PLACE)).isInstanceOf(IntegrityException.class);
            }
            assertThatThrownBy(() -> quorum.unwrap(Arrays.copyOf(wrapped, wrapped.length - 1), PLACE))
                    .isInstanceOf(IntegrityException.class);
        }
    }

    @Test
    void aPublicKeyThatNobodyVouchedForIsRefused() {
        QuorumKey key = QuorumPair.make(NAME, 2, 2).key();
        QuorumKey attackers = QuorumPair.make(NAME, 2, 2).key();
        try (LeafKey epoch = LeafKey.fresh();
                LeafKey another = LeafKey.fresh()) {
            byte[] voucher = key.voucher(epoch, NAME);

            QuorumKey.of(key.encoded()).checkVoucher(epoch, NAME, voucher);
            assertThatThrownBy(() -> attackers.checkVoucher(epoch, NAME, voucher))
                    .isInstanceOf(IntegrityException.class);
            assertThatThrownBy(() -> key.checkVoucher(another, NAME, voucher)).isInstanceOf(IntegrityException.class);
            assertThatThrownBy(() -> key.checkVoucher(epoch, "quorum-8-b", voucher))
                    .isInstanceOf(IntegrityException.class);
        }
    }

    @Test
    void sharesAreFilesOfTheirOwnerAloneAndReadAsTheyWereWritten() throws Exception {
        QuorumPair pair = QuorumPair.make(NAME, 2, 3);
        Path shares = folder.resolve("shares");

        QuorumShares.write(shares, pair.shares());

        Path second = shares.resolve("quorum-7-a.2-of-3.share");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(second)))
                .isEqualTo("rw-------");
        assertThat(QuorumShares.read(shares))
                .map(QuorumShare::written)
                .containsExactlyElementsOf(
                        pair.shares().stream().map(QuorumShare::written).toList());
        Files.setPosixFilePermissions(second, PosixFilePermissions.fromString("rw-r-----"));
        assertThatThrownBy(() -> QuorumShares.read(shares)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aSlipOfThePenIsFoundAndNothingOfTheShareIsRepeated() {
        String written = QuorumPair.make(NAME, 2, 3).shares().get(0).written();
        int digit = written.indexOf("piece: ") + 7;
        String slipped =
                written.substring(0, digit) + (written.charAt(digit) == '0' ? '1' : '0') + written.substring(digit + 1);

        assertThatThrownBy(() -> QuorumShare.read(slipped)).hasMessage("share 1 was changed: its check does not fit");
        assertThatThrownBy(() -> QuorumShare.read("no share"))
                .hasMessage("these are not the five lines of a quorum share, format 1");
        assertThat(QuorumShare.read(written)).hasToString("QuorumShare[quorum-7-a, 1 of 3]");
    }

    /** The example of draft-mcgrew-tss-03, section 9: two shares of "test\0". */
    @Test
    void sharesJoinAsInTheDraftOfThresholdSecretSharing() throws Exception {
        ShamirSplitSecretShare[] shares = {
            new ShamirSplitSecretShare(HEX.parseHex("b9fa07e185"), 1),
            new ShamirSplitSecretShare(HEX.parseHex("f5409b4511"), 2)
        };

        assertThat(ShamirSplitSecret.getInstance(QuorumPair.FIELD, shares).getSecret())
                .isEqualTo(HEX.parseHex("7465737400"));
    }

    /** draft-connolly-cfrg-xwing-kem, spec/test-vectors.json. */
    static Stream<JsonObject> drafts() throws Exception {
        try (InputStream file = QuorumTest.class.getResourceAsStream("/xwing-test-vectors.json");
                JsonReader reader = Json.createReader(file)) {
            return reader.readArray().getValuesAs(JsonObject.class).stream();
        }
    }

    @ParameterizedTest
    @MethodSource("drafts")
    void theKeyPairIsTheDraftsXWing(JsonObject vector) {
        byte[] seed = HEX.parseHex(vector.getString("sk"));

        byte[] shared = new XWingKEMExtractor(new XWingPrivateKeyParameters(seed))
                .extractSecret(HEX.parseHex(vector.getString("ct")));

        assertThat(HEX.formatHex(QuorumPair.publicHalf(seed).encoded())).isEqualTo(vector.getString("pk"));
        assertThat(HEX.formatHex(shared)).isEqualTo(vector.getString("ss"));
    }
}
