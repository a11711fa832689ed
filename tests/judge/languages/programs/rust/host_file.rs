fn main() {
    println!("{}", include_str!("{path}"));
}
