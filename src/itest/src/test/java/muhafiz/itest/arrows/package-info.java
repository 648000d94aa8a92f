/**
 * The house as drawn in {@code src/README.md}: which room may use which, which libraries each may hold, and what nobody
 * may do at all. The rules read the compiled classes of every room. Each is shown to bite by classes in
 * {@code muhafiz.itest.planted} that do what it forbids.
 */
@NullMarked
package muhafiz.itest.arrows;

import org.jspecify.annotations.NullMarked;
