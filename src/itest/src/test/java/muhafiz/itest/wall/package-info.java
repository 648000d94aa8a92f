/** The second wall, tried with the filters of every statement taken out between the server and its database. */
@org.jspecify.annotations.NullMarked
package muhafiz.itest.wall;
