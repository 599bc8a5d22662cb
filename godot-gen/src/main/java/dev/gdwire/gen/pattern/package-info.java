/** Regular expressions that ECMA 262, java.util.regex and PCRE2 read alike. */
package dev.gdwire.gen.pattern;
