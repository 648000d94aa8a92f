/**
 * The Merkle tree of RFC 6962 §2.1: how it hashes, how it grows, and the two proofs it gives.
 *
 * <p>{@link muhafiz.proof.tree.MerkleTree} hashes; {@link muhafiz.proof.tree.CompactRange} is all a writer has to keep of
 * a tree to append to it; {@link muhafiz.proof.tree.InclusionProof} and {@link muhafiz.proof.tree.ConsistencyProof} are
 * made from hashes that stand in tiles ({@link muhafiz.proof.tree.HashReader}) and checked without any.
 *
 * <h2>Conventions about the empty tree</h2>
 *
 * <p>RFC 6962 defines its root (SHA-256 of nothing) and leaves the rest open. Here:
 *
 * <ul>
 *   <li>nothing is included in the empty tree: an inclusion proof for size 0 cannot be made;
 *   <li>a consistency proof from size 0 cannot be made either, not even to size 0: every tree is consistent with the empty
 *       one, so such a proof would say nothing while looking like one that does. Whoever begins with nothing (a witness
 *       that sees a log for the first time) says so itself and asks for no proof;
 *   <li>a proof between equal sizes is empty, and holds when the roots are equal.
 * </ul>
 *
 * <p>{@code TreeStoryTest} compiles this example:
 *
 * <pre>{@code
 * var grown = CompactRange.EMPTY.append(leafHashes);            // .range() is kept, .completed() goes to the tiles
 * var proof = InclusionProof.of(index, grown.range().size(), tiles);
 * boolean included = proof.proves(MerkleTree.leafHash(leaf), grown.range().root());
 * }</pre>
 */
@NullMarked
package muhafiz.proof.tree;

import org.jspecify.annotations.NullMarked;
