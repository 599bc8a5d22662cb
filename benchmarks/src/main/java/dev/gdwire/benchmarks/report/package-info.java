/** What comparisons have in common: their arguments, medians, tables and charts. */
@NullMarked
package dev.gdwire.benchmarks.report;

import org.jspecify.annotations.NullMarked;
