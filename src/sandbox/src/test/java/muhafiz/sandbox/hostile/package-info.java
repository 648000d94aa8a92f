/** A parser that has been taken over: each document tells it what crime to try, and its answer is what came of it. */
@NullMarked
package muhafiz.sandbox.hostile;

import org.jspecify.annotations.NullMarked;
