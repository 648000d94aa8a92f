/** The sealed format's own speed, measured from within its package: {@link muhafiz.crypto.seal.Chunks}. */
@NullMarked
package muhafiz.crypto.seal;

import org.jspecify.annotations.NullMarked;
