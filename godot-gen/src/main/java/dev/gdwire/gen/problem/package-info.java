/** What is wrong with somebody's schemas, as values: collected, sorted by place, printed. */
package dev.gdwire.gen.problem;
