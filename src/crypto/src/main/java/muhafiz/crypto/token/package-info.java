@NullMarked
package muhafiz.crypto.token;

import org.jspecify.annotations.NullMarked;
