/** The command line of {@code muhafiz-verify}: its words and options. */
@NullMarked
package muhafiz.verify.line;

import org.jspecify.annotations.NullMarked;
