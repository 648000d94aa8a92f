package muhafiz.itest.forgotten;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import muhafiz.crypto.IntegrityException;
import muhafiz.crypto.keys.BcfksRootKeys;
import muhafiz.crypto.keys.KeyWrap;
import muhafiz.crypto.keys.LeafKey;
import muhafiz.crypto.keys.WrapBinding;
import muhafiz.crypto.keys.WrapBinding.Level;
import muhafiz.crypto.seal.Opener;
import muhafiz.crypto.seal.SealContext;
import muhafiz.crypto.token.BlindToken;
import muhafiz.proof.log.LogLeaf;
import muhafiz.stand.home.PrivateFiles;

/** Opens of his loot what today's roots still open, from the roots down; a program beside the archive, with none of its code of access. */
final class Thief {
    private static final UUID NO_PARENT = new UUID(0, 0);

    private final Loot loot;
    private final Map<UUID, List<LeafKey>> keys = new HashMap<>();

    /** @param roots a copy of the key store as it is now */
    private Thief(Loot loot, BcfksRootKeys roots) {
        this.loot = loot;
        Map<UUID, LeafKey> epochs = new HashMap<>();
        loot.epochs
                .values()
                .forEach(wrap -> tried(() -> KeyWrap.unwrap(
                                roots,
                                wrap.root(),
                                wrap.wrapped(),
                                new WrapBinding(Level.EPOCH, wrap.id(), wrap.version(), NO_PARENT, 0)))
                        .ifPresent(key -> epochs.put(wrap.id(), key)));
        Map<String, LeafKey> pages = new HashMap<>();
        loot.pages
                .values()
                .forEach(wrap -> opened(Level.PAGE, wrap, Optional.ofNullable(epochs.get(wrap.parent())))
                        .ifPresent(key -> pages.put(wrap.id() + " " + wrap.version(), key)));
        loot.leaves
                .values()
                .forEach(wrap -> opened(
                                Level.LEAF,
                                wrap,
                                Optional.ofNullable(pages.get(wrap.parent() + " " + wrap.parentVersion())))
                        .ifPresent(key -> keys.computeIfAbsent(wrap.id(), leaf -> new ArrayList<>())
                                .add(key)));
    }

    /** Everything that can be read now, as one text. */
    static String read(Loot loot, Path rootsNow, Path scratch, byte[]... guesses) {
        return with(loot, rootsNow, scratch, thief -> thief.everything(guesses));
    }

    /** Every key that can be had now, and every sealed field that one of them opens, by leaf. */
    static Haul haul(Loot loot, Path rootsNow, Path scratch) {
        return with(loot, rootsNow, scratch, thief -> new Haul(thief.keys, thief.fields()));
    }

    /** Keys in reach, and the text of what they open. */
    record Haul(Map<UUID, List<LeafKey>> keys, Map<UUID, String> fields) {}

    private static <T> T with(Loot loot, Path rootsNow, Path scratch, Function<Thief, T> deed) {
        try {
            PrivateFiles.remove(scratch);
            PrivateFiles.copy(rootsNow, scratch);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try (BcfksRootKeys roots = BcfksRootKeys.open(scratch)) {
            return deed.apply(new Thief(loot, roots));
        }
    }

    private static Optional<LeafKey> opened(Level level, Loot.Wrap wrap, Optional<LeafKey> parent) {
        return parent.flatMap(key -> tried(() -> KeyWrap.unwrap(
                key,
                wrap.wrapped(),
                new WrapBinding(level, wrap.id(), wrap.version(), wrap.parent(), wrap.parentVersion()))));
    }

    private static <T> Optional<T> tried(Supplier<T> opening) {
        try {
            return Optional.of(opening.get());
        } catch (IntegrityException closed) {
            return Optional.empty();
        }
    }

    private String everything(byte[]... guesses) {
        StringBuilder text = new StringBuilder();
        loot.fields
                .values()
                .forEach(field -> keysOf(field.leaf())
                        .forEach(key -> tried(() -> Opener.open(key, context(field), field.bytes()))
                                .ifPresent(plain -> text.append(json(plain)).append('\n'))));
        loot.documents
                .values()
                .forEach(document -> keysOf(document.leaf()).forEach(key -> text.append(content(document, key))));
        log(text);
        for (byte[] guess : guesses) {
            if (isToken(guess)) {
                text.append("token of ").append(HexFormat.of().formatHex(guess)).append('\n');
            }
        }
        return text.toString();
    }

    private Map<UUID, String> fields() {
        Map<UUID, String> texts = new HashMap<>();
        loot.fields
                .values()
                .forEach(field -> keysOf(field.leaf())
                        .forEach(key -> tried(() -> Opener.open(key, context(field), field.bytes()))
                                .ifPresent(plain ->
                                        texts.merge(field.leaf(), json(plain).toString(), String::concat))));
        return texts;
    }

    private List<LeafKey> keysOf(UUID leaf) {
        return keys.getOrDefault(leaf, List.of());
    }

    private SealContext context(Loot.Sealed field) {
        return new SealContext(loot.archive, field.owner(), field.version(), field.part());
    }

    private static JsonObject json(byte[] plain) {
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(plain))) {
            return reader.readObject();
        }
    }

    /** The true length stands in the description. */
    private String content(Loot.SealedDocument document, LeafKey key) {
        Loot.Sealed about = loot.fields.get("about" + document.leaf());
        Optional<byte[]> plain = tried(() -> Opener.open(key, context(about), about.bytes()));
        if (plain.isEmpty()) {
            return "";
        }
        long length = json(plain.get()).getJsonNumber("length").longValueExact();
        Opener opener = new Opener(
                key,
                new SealContext(loot.archive, document.document(), document.version(), "original"),
                length,
                document.length(),
                (segment, offset, many) ->
                        Arrays.copyOfRange(document.segments().get(segment), (int) offset, (int) offset + many));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            opener.copy(0, length, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(StandardCharsets.ISO_8859_1);
    }

    private void log(StringBuilder text) {
        for (byte[] leaf : loot.log.values()) {
            LogLeaf entry = LogLeaf.decode(leaf);
            keys.values().stream()
                    .flatMap(List::stream)
                    .forEach(key -> entry.open(key.derive("log", 32))
                            .ifPresent(inside -> text.append("log of ")
                                    .append(inside.subject())
                                    .append(' ')
                                    .append(inside.document())
                                    .append(' ')
                                    .append(inside.caseFile())
                                    .append(' ')
                                    .append(inside.more())
                                    .append('\n')));
        }
    }

    /** Whether somebody who guesses a value learns that it was here. */
    private boolean isToken(byte[] guess) {
        for (String space : List.of("duplicate", "number", "access-code", "document", "pin", "email", "born")) {
            for (List<LeafKey> versions : keys.values()) {
                for (LeafKey key : versions) {
                    byte[] token = BlindToken.of(key, space, guess);
                    if (loot.tokens.stream().anyMatch(taken -> Arrays.equals(taken, token))) {
                        return true;
                    }
                }
            }
        }
        return false;
    }
}
