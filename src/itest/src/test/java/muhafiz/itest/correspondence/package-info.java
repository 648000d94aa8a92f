/** What people are told and what they write beside their files, on the real EAR. */
package muhafiz.itest.correspondence;
