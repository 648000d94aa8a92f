package muhafiz.service.casefile;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import muhafiz.crypto.keys.LeafKey;
import muhafiz.crypto.token.BlindToken;
import muhafiz.domain.casefile.ApplicationNumber;
import muhafiz.domain.search.Folding;
import muhafiz.domain.search.NamedPerson;

/**
 * Something by which a case is found. In the index it stands as a token under the generation's key.
 *
 * @param kind what it is; equal values of two kinds have unlike tokens
 * @param value in the one spelling that is compared
 */
public record Sign(Kind kind, String value) {
    /** Bytes of a coarse token: 16 bits, which many unlike names share. */
    private static final int COARSE = 2;

    /** What a case is found by. */
    public enum Kind {
        NUMBER,
        /** What an imported case was called before. */
        OLD_NUMBER,
        DOCUMENT,
        /** A permit card that was lost. */
        CARD,
        PIN,
        EMAIL,
        /** The cabinet of whoever lodged it. */
        CABINET,
        /** Folded surname and day of birth. */
        BORN,
        /** What the spellings of a name share. */
        SOUND;

        private String space() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Sign of(ApplicationNumber number) {
        return new Sign(Kind.NUMBER, number.digits());
    }

    /** By the id of the cabinet that lodged it, as the portal spells it. */
    static Sign ofCabinet(String cabinet) {
        return new Sign(Kind.CABINET, cabinet);
    }

    /** By what an imported case was called before, as it is typed. */
    static Sign ofOldNumber(String number) {
        return new Sign(Kind.OLD_NUMBER, Folding.number(number));
    }

    static Set<Sign> ofShared(ApplicationNumber number, Optional<String> cabinet, Optional<String> oldNumber) {
        Set<Sign> signs = new LinkedHashSet<>(Set.of(of(number)));
        oldNumber.map(Sign::ofOldNumber).ifPresent(signs::add);
        cabinet.map(Sign::ofCabinet).ifPresent(signs::add);
        return signs;
    }

    /** By the number of a passport or another document, as it is typed. */
    public static Sign ofDocument(String number) {
        return new Sign(Kind.DOCUMENT, Folding.number(number));
    }

    /** By the number of a permit card, as it is typed. */
    static Sign ofCard(String number) {
        return new Sign(Kind.CARD, Folding.number(number));
    }

    public static Sign ofPin(String pin) {
        return new Sign(Kind.PIN, Folding.number(pin));
    }

    public static Sign ofEmail(String address) {
        return new Sign(Kind.EMAIL, Folding.address(address));
    }

    /** By name; a sought person and a known one share some where they may be the same. */
    public static Set<Sign> of(NamedPerson person) {
        Set<Sign> signs = new LinkedHashSet<>();
        person.exactKey().ifPresent(key -> signs.add(new Sign(Kind.BORN, key)));
        person.soundKeys().forEach(key -> signs.add(new Sign(Kind.SOUND, key)));
        return signs;
    }

    /** All by which this party of a case is found. */
    public static Set<Sign> ofParty(Map<String, String> fields) {
        Set<Sign> signs = of(PartyFields.person(fields));
        PartyFields.value(fields, "documentNumber").map(Sign::ofDocument).ifPresent(signs::add);
        PartyFields.value(fields, LostCards.LOST).map(Sign::ofCard).ifPresent(signs::add);
        PartyFields.value(fields, "pin").map(Sign::ofPin).ifPresent(signs::add);
        PartyFields.value(fields, "email").map(Sign::ofEmail).ifPresent(signs::add);
        signs.removeIf(sign -> sign.value().isEmpty());
        return signs;
    }

    byte[] token(LeafKey generation) {
        byte[] whole = BlindToken.of(generation, kind.space(), value.getBytes(StandardCharsets.UTF_8));
        return kind == Kind.SOUND ? Arrays.copyOf(whole, COARSE) : whole;
    }
}
