@NullMarked
package muhafiz.crypto.keys;

import org.jspecify.annotations.NullMarked;
