/** How Java is started for a checker: one that is done in seconds is slowed down by what makes a long run fast. */
export const JAVA = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC'];
