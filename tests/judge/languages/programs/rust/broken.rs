fn main() {
    println!("{}", nonsense);
}
