package muhafiz.itest.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import muhafiz.proof.tlog.Checkpoint;
import muhafiz.proof.tlog.EntryBundle;
import muhafiz.proof.tlog.NoteSigner;
import muhafiz.proof.tlog.SignedNote;
import muhafiz.proof.tlog.Tile;
import muhafiz.proof.tree.CompactRange;
import muhafiz.proof.tree.ConsistencyProof;
import muhafiz.proof.tree.HashReader;
import muhafiz.proof.tree.MerkleTree;
import muhafiz.proof.tree.TreeHash;

/** Another log under the same name, made of a downloaded one by somebody who has its signing key. */
final class Forger {
    private final List<byte[]> entries = new ArrayList<>();
    private final Map<Integer, List<TreeHash>> levels = new HashMap<>();
    private CompactRange range = CompactRange.EMPTY;

    /** @param index where another entry shall stand */
    Forger(Path mirror, long size, int index) {
        for (EntryBundle bundle : EntryBundle.between(0, size)) {
            entries.addAll(bundle.decode(read(mirror.resolve(bundle.path()))));
        }
        byte[] other = entries.get(index).clone();
        other[other.length - 1] ^= 1;
        entries.set(index, other);
        List<TreeHash> hashes = entries.stream().map(MerkleTree::leafHash).toList();
        var growth = range.append(hashes);
        range = growth.range();
        levels.put(0, hashes);
        growth.completed()
                .forEach(subtree -> levels.computeIfAbsent(subtree.level(), level -> new ArrayList<>())
                        .add(subtree.hash()));
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    HashReader tiles() {
        return (level, first, count) -> levels.get(level).subList((int) first, (int) first + count);
    }

    SignedNote note(NoteSigner stolen) {
        String text = new Checkpoint(Witnessed.ORIGIN, range.size(), range.root()).text();
        return SignedNote.of(text).with(stolen.sign(text));
    }

    ConsistencyProof proofFrom(long size) {
        return ConsistencyProof.of(size, range.size(), tiles());
    }

    /** The forged log as a folder: every tile and every signature in order. */
    Path write(Path folder, NoteSigner stolen) {
        for (Tile tile : Tile.between(0, range.size())) {
            put(folder, tile.path(), Tile.encode(tiles().hashes(tile.level(), tile.first(), tile.width())));
        }
        for (EntryBundle bundle : EntryBundle.between(0, range.size())) {
            int first = (int) bundle.first();
            put(folder, bundle.path(), EntryBundle.encode(entries.subList(first, first + bundle.width())));
        }
        put(folder, "checkpoint", note(stolen).encoded());
        return folder;
    }

    private static void put(Path folder, String name, byte[] content) {
        try {
            Files.createDirectories(folder.resolve(name).resolveSibling("."));
            Files.write(folder.resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
