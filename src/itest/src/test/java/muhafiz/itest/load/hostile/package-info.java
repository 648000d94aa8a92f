/**
 * A parser that has been taken over. It is never part of the product: {@code PlantedReader} lays it before the
 * real parsers on the class path of one test's archive. A PDF that begins with a line {@code %CRIME} tells it what to try; every
 * other document goes to the real parsers.
 */
@NullMarked
package muhafiz.itest.load.hostile;

import org.jspecify.annotations.NullMarked;
