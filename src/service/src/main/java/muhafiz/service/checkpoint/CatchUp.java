package muhafiz.service.checkpoint;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import muhafiz.crypto.IntegrityException;
import muhafiz.proof.log.LogLeaf;
import muhafiz.proof.tlog.EntryBundle;
import muhafiz.proof.tlog.Tile;
import muhafiz.proof.tree.CompactRange;
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
        Set<Integer> years = leases.yearsToMend();
        if (!years.isEmpty()) {
            counters.mend(years);
            leases.mended();
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
            List<TreeHash> missing = missing(lease, here.size(), known.size());
            requireRoot(name, known, here.append(missing).range().root());
            putBack(lease, known.size(), missing);
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
        if (!tree.continues(size, root, here)) {
            throw new IntegrityException(
                    "the log here is not the one of which " + name + " knows a checkpoint of " + size);
        }
    }

    /** Hashes of what the bucket has more; nothing is kept. */
    private List<TreeHash> missing(Lease lease, long from, long to) {
        List<TreeHash> hashes = new ArrayList<>();
        for (EntryBundle bundle : EntryBundle.between(from, to)) {
            leases.renew(lease);
            missing(bundle, from + hashes.size()).forEach(leaf -> hashes.add(MerkleTree.leafHash(leaf)));
        }
        return hashes;
    }

    private void putBack(Lease lease, long to, List<TreeHash> wanted) {
        long from = tree.head().size();
        for (EntryBundle bundle : EntryBundle.between(from, to)) {
            leases.renew(lease);
            long next = tree.head().size();
            List<byte[]> leaves = missing(bundle, next);
            int done = (int) (next - from);
            if (!leaves.stream()
                    .map(MerkleTree::leafHash)
                    .toList()
                    .equals(wanted.subList(done, done + leaves.size()))) {
                throw new IntegrityException("the bucket's entries changed while they were put back");
            }
            leases.putBack(lease, leaves.stream().map(LogLeaf::decode).toList());
        }
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
