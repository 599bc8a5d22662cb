package dev.gdwire.gen;

import dev.gdwire.gen.output.OutputReport;

/**
 * What came of a request.
 *
 * @param loaded the set, with the problems of the whole run
 * @param report what was written
 */
public record GeneratorResult(LoadResult loaded, OutputReport report) {}
