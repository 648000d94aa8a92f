/**
 * Keys that can be forgotten. A {@link muhafiz.crypto.keys.LeafKey} is the unit of forgetting: what is sealed under one leaf can
 * no longer be read once the leaf is gone. Leaves are kept only wrapped, under page keys, those under the epoch
 * key, that under a root; and a root lives in {@link muhafiz.crypto.keys.RootKeys}, which has no verb to give it away and the
 * only memory that is ever erased. {@link muhafiz.crypto.keys.KeyWrap} binds each wrap to its place
 * ({@link muhafiz.crypto.keys.WrapBinding}), so a wrap that was moved or put back later does not open.
 *
 * <p>Roots are held by a file for one node ({@link muhafiz.crypto.keys.BcfksRootKeys}) or, for one node or several, by a
 * token ({@link muhafiz.crypto.keys.Pkcs11RootKeys}) or a Vault ({@link muhafiz.crypto.keys.VaultRootKeys}): there the key
 * never enters this memory. All holders keep one contract.
 *
 * <pre>{@code
 * import java.nio.file.Path;
 * import java.util.Arrays;
 * import java.util.UUID;
 * import muhafiz.crypto.keys.*;
 * import muhafiz.crypto.keys.WrapBinding.Level;
 *
 * try (RootKeys roots = BcfksRootKeys.open(Path.of(System.getProperty("example.folder"), "roots"));
 *         LeafKey epoch = LeafKey.fresh();
 *         LeafKey page = LeafKey.fresh()) {
 *     roots.create("root-1");
 *     var epochPlace = new WrapBinding(Level.EPOCH, UUID.randomUUID(), 0, UUID.randomUUID(), 0);
 *     var pagePlace = new WrapBinding(Level.PAGE, UUID.randomUUID(), 0, epochPlace.id(), 0);
 *     byte[] wrappedEpoch = KeyWrap.wrap(roots, "root-1", epoch, epochPlace);
 *     byte[] wrappedPage = KeyWrap.wrap(epoch, page, pagePlace);
 *
 *     try (LeafKey again = KeyWrap.unwrap(roots, "root-1", wrappedEpoch, epochPlace);
 *             LeafKey samePage = KeyWrap.unwrap(again, wrappedPage, pagePlace)) {
 *         if (!Arrays.equals(samePage.derive("use", 32), page.derive("use", 32))) {
 *             throw new IllegalStateException("another key");
 *         }
 *     }
 *     roots.destroy("root-1"); // from here on nobody opens wrappedEpoch
 * }
 * }</pre>
 *
 * <p>A wrap of a key (61 bytes; a root's wraps have the same form in file and token, the secret as long as it was):
 *
 * <table>
 *   <caption>Wrap, format 1</caption>
 *   <tr><th>bytes</th><th>what</th></tr>
 *   <tr><td>0</td><td>format: 1</td></tr>
 *   <tr><td>1–12</td><td>nonce, random</td></tr>
 *   <tr><td>13–44</td><td>the wrapped key, AES-256-GCM under HKDF-SHA-512(parent, {@code muhafiz/wrap}); under the root key itself for a root's wrap</td></tr>
 *   <tr><td>45–60</td><td>tag; additional data is the binding</td></tr>
 * </table>
 *
 * <table>
 *   <caption>Wrap by a root in a Vault, format 2</caption>
 *   <tr><th>bytes</th><th>what</th></tr>
 *   <tr><td>0</td><td>format: 2</td></tr>
 *   <tr><td>1–4</td><td>version of the Transit key, big-endian, from 1</td></tr>
 *   <tr><td>5–</td><td>what stands in base64 after {@code vault:v<version>:}, for an AES-256-GCM key nonce, secret, tag</td></tr>
 * </table>
 *
 * <table>
 *   <caption>Binding, format 1 (42 bytes, big-endian)</caption>
 *   <tr><th>bytes</th><th>what</th></tr>
 *   <tr><td>0</td><td>format: 1</td></tr>
 *   <tr><td>1</td><td>level: 1 epoch, 2 page, 3 leaf</td></tr>
 *   <tr><td>2–17</td><td>id of the wrapped key</td></tr>
 *   <tr><td>18–21</td><td>its version</td></tr>
 *   <tr><td>22–37</td><td>id of its parent</td></tr>
 *   <tr><td>38–41</td><td>the parent's version</td></tr>
 * </table>
 */
@NullMarked
package muhafiz.crypto.keys;

import org.jspecify.annotations.NullMarked;
