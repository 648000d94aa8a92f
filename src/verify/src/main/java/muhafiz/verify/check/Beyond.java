package muhafiz.verify.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import muhafiz.proof.log.LogLeaf;
import muhafiz.proof.paper.PersonListing;
import muhafiz.proof.paper.ProvenEntry;
import muhafiz.proof.tlog.Checkpoint;
import muhafiz.proof.tlog.EntryBundle;
import muhafiz.proof.tlog.Tile;
import muhafiz.proof.tree.TreeHash;

/** Looks through a downloaded log for a person's entries that a listing does not show. */
final class Beyond {
    /** How far past the count that the archive names it is looked: what has a later number is not found. */
    private static final long FURTHER = 10_000;

    private final PersonListing listing;
    private final LogFolder log;
    private final Map<TreeHash, String> wanted = new HashMap<>();
    private final Set<Long> listed = new HashSet<>();

    Beyond(PersonListing listing, LogFolder log) {
        this.listing = listing;
        this.log = log;
        listing.entries().stream().map(ProvenEntry::index).forEach(listed::add);
        for (PersonListing.Year year : listing.years()) {
            for (long n = 1; n <= year.count() + FURTHER; n++) {
                wanted.put(year.tag(n), "number " + n + " of " + year.year());
            }
        }
    }

    /**
     * @throws MissingPartException when the folder does not hold every entry and tile up to the listing's checkpoint
     * @throws BadPositionException where the folder is not the log of that checkpoint, and at the first entry of this person that is
     *     not in the listing
     */
    void requireNothing() {
        var head = Checkpoint.parse(listing.checkpoint().text());
        requireAll(head.size());
        new Walk(new Leaves(log, 0), head, List.of(), List.of()).run();
        for (EntryBundle bundle : EntryBundle.between(0, head.size())) {
            List<byte[]> entries = log.entries(bundle);
            for (int i = 0; i < entries.size(); i++) {
                require(bundle.first() + i, entries.get(i));
            }
        }
    }

    /** One by one from the first: where it ends nothing more is looked for. */
    private void requireAll(long size) {
        EntryBundle.eachBetween(0, size).forEachOrdered(bundle -> {
            int there = log.entries(bundle).size();
            if (there < bundle.width()) {
                throw new MissingPartException(log + " does not reach the " + size + " entries of the listing: "
                        + bundle.path() + " is missing or ends before entry " + (bundle.first() + there));
            }
        });
        for (int level = 0; level <= Tile.HIGHEST_LEVEL; level++) {
            Tile.eachBetween(level, 0, size).forEachOrdered(log::hashes);
        }
    }

    private void require(long index, byte[] entry) {
        String number = wanted.get(tag(index, entry));
        if (number != null && !listed.contains(index)) {
            throw new BadPositionException(
                    "entry " + index, "it is this person's, " + number + ", and not in the listing");
        }
    }

    private static TreeHash tag(long index, byte[] entry) {
        try {
            return new TreeHash(LogLeaf.decode(entry).subjectTag());
        } catch (IllegalArgumentException e) {
            throw new BadPositionException("entry " + index, String.valueOf(e.getMessage()));
        }
    }
}
