/**
 * The samples as users of dsl-json, avaje-jsonb and fastjson2 write them: plain records. They are
 * compiled alone, with the annotation processors of these libraries.
 */
package dev.gdwire.benchmarks.codecs.plain;
