package muhafiz.service.checkpoint;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import muhafiz.crypto.IntegrityException;
import muhafiz.proof.log.LogLeaf;
import muhafiz.proof.tlog.EntryBundle;
import muhafiz.proof.tlog.Tile;
import muhafiz.proof.tree.CompactRange;
import muhafiz.proof.tree.ConsistencyProof;
import muhafiz.proof.tree.MerkleTree;
import muhafiz.proof.tree.TreeHash;
import muhafiz.service.checkpoint.KnownHead.Known;
import muhafiz.service.log.CounterMending;
import muhafiz.service.log.Lease;
import muhafiz.service.log.LogLease;
import muhafiz.service.log.TakingOver;
import muhafiz.service.log.TreeRows;
import muhafiz.store.S3Tiles;

/**
 * Brings the tree to wherever it was ever shown. A database that came back from an old copy lacks entries that the bucket holds; they are
 * put back at their places, when the bytes there hash to what was signed. What was never signed is left where it is: nobody was shown it,
 * and its places are given out anew.
 */
@ApplicationScoped
public class CatchUp implements TakingOver {
    private static final Logger LOG = System.getLogger(CatchUp.class.getName());

    private final TreeRows tree;
    private final LogLease leases;
    private final S3Tiles shelf;
    private final CounterMending counters;
    private final Iterable<KnownHead> heads;

    @Inject
    CatchUp(TreeRows tree, LogLease leases, S3Tiles shelf, CounterMending counters, Instance<KnownHead> heads) {
        this(tree, leases, shelf, counters, (Iterable<KnownHead>) heads);
    }

    public CatchUp(TreeRows tree, LogLease leases, S3Tiles shelf, CounterMending counters, Iterable<KnownHead> heads) {
        this.tree = tree;
        this.leases = leases;
        this.shelf = shelf;
        this.counters = counters;
        this.heads = heads;
    }

    @Override
    public void before(Lease lease) {
        for (KnownHead head : heads) {
            head.newest().ifPresent(known -> reach(lease, head.name(), known));
        }
    }

    private void reach(Lease lease, String name, Known known) {
        CompactRange here = tree.head();
        if (known.size() > here.size()) {
            LOG.log(
                    Level.WARNING,
                    "the log was shown up to {0} ({1}); here it ends at {2}",
                    known.size(),
                    name,
                    here.size());
            requireRoot(name, known, grown(here, known.size()).root());
            putBack(lease, known.size());
        } else if (known.size() > 0) {
            known.root().ifPresent(root -> requirePrefix(name, known.size(), root, here));
        }
    }

    private static void requireRoot(String name, Known known, TreeHash found) {
        if (known.root().filter(root -> !root.equals(found)).isPresent()) {
            throw new IntegrityException(
                    "the bucket's entries are not those of the checkpoint that " + name + " knows");
        }
    }

    private void requirePrefix(String name, long size, TreeHash root, CompactRange here) {
        if (!ConsistencyProof.of(size, here.size(), tree).proves(root, here.root())) {
            throw new IntegrityException(
                    "the log here is not the one of which " + name + " knows a checkpoint of " + size);
        }
    }

    /** The tree with what the bucket has more of it; nothing is kept. */
    private CompactRange grown(CompactRange here, long to) {
        CompactRange range = here;
        for (EntryBundle bundle : EntryBundle.between(here.size(), to)) {
            List<TreeHash> hashes = missing(bundle, range.size()).stream()
                    .map(MerkleTree::leafHash)
                    .toList();
            range = range.append(hashes).range();
        }
        return range;
    }

    private void putBack(Lease lease, long to) {
        Set<Integer> years = new TreeSet<>();
        for (EntryBundle bundle : EntryBundle.between(tree.head().size(), to)) {
            List<byte[]> leaves = missing(bundle, tree.head().size());
            List<LogLeaf> lost = leaves.stream().map(LogLeaf::decode).toList();
            leases.putBack(lease, lost);
            lost.forEach(leaf -> years.add(yearOf(leaf)));
        }
        counters.mend(years);
    }

    private static int yearOf(LogLeaf leaf) {
        return LocalDate.ofInstant(Instant.ofEpochSecond(leaf.publicPart().epochSecond()), ZoneOffset.UTC)
                .getYear();
    }

    /** The entries of a bundle from that place on. */
    private List<byte[]> missing(EntryBundle bundle, long from) {
        List<byte[]> entries = fetch(bundle);
        return entries.subList((int) (from - bundle.first()), bundle.width());
    }

    /** As it was put, or as a part of a later one. */
    private List<byte[]> fetch(EntryBundle bundle) {
        Optional<List<byte[]>> found = at(bundle);
        for (int width = Tile.WIDTH; found.isEmpty() && width > bundle.width(); width--) {
            found = at(new EntryBundle(bundle.index(), width));
        }
        return found.orElseThrow(() -> new BehindException(
                "the log was shown further than here, and the bucket does not hold " + bundle.path()));
    }

    private Optional<List<byte[]>> at(EntryBundle bundle) {
        return shelf.get(bundle.path()).map(bundle::decode);
    }
}
