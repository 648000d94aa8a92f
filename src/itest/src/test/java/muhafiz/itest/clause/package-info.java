/**
 * The sentences of the privacy policy and the tests that prove them, tied by {@code @Clause} wherever the test stands.
 *
 * <p>The tie is read from the sources of all rooms: they stand beside each other in the checkout, while the classes of
 * other rooms' tests are on no class path here.
 */
@NullMarked
package muhafiz.itest.clause;

import org.jspecify.annotations.NullMarked;
