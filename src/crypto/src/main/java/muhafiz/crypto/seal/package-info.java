@NullMarked
package muhafiz.crypto.seal;

import org.jspecify.annotations.NullMarked;
