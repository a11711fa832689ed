// Every step doubles what the last one makes.
macro_rules! a { ($($x:tt)*) => { b!($($x)* $($x)*); } }
macro_rules! b { ($($x:tt)*) => { a!($($x)* $($x)*); } }

fn main() {
    a!(1 2 3 4);
}
