package dev.gdwire.benchmarks.start;

/** A program that does its first work and says so. */
public final class FirstMessage {
    private FirstMessage() {}

    /** Takes the name of the work, and the port where requests are answered. */
    public static void main(String[] arguments) throws InterruptedException {
        FirstWork.valueOf(arguments[0]).run(Integer.parseInt(arguments[1]));
        System.out.println("done");
        System.exit(0);
    }
}
